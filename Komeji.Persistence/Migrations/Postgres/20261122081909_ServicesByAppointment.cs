using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ServicesByAppointment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Service_AtOnce",
                table: "Products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "Service_ClosesAt",
                table: "Products",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Service_Duration",
                table: "Products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Service_NoticeHours",
                table: "Products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "Service_OpensAt",
                table: "Products",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Service_PerDay",
                table: "Products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Service_Place",
                table: "Products",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Service_ServedRegions",
                table: "Products",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Service_Unit",
                table: "Products",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Service_Weekdays",
                table: "Products",
                type: "character varying(7)",
                maxLength: 7,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Appointment_EndsAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Appointment_FreeCancelUntil",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Appointment_HandoverNote",
                table: "Orders",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Appointment_Place",
                table: "Orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Appointment_ProductId",
                table: "Orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Appointment_ProposalNote",
                table: "Orders",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Appointment_ProposedStart",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Appointment_StartedAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Appointment_StartsAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BookedPlaces",
                columns: table => new
                {
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Minute = table.Column<int>(type: "integer", nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookedPlaces", x => new { x.ProductId, x.Day, x.Minute });
                    table.CheckConstraint("booked_places", "\"Taken\" >= 0");
                    table.ForeignKey(
                        name: "FK_BookedPlaces_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BookedPlaces");

            migrationBuilder.DropColumn(
                name: "Service_AtOnce",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_ClosesAt",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_Duration",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_NoticeHours",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_OpensAt",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_PerDay",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_Place",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_ServedRegions",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_Unit",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Service_Weekdays",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Appointment_EndsAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_FreeCancelUntil",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_HandoverNote",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_Place",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_ProductId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_ProposalNote",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_ProposedStart",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_StartedAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Appointment_StartsAt",
                table: "Orders");
        }
    }
}
